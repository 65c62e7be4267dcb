import { dictionary } from "./language.ts";

export const t = dictionary({
  "松手即取消，余 {n} 秒": "release to cancel, {n} s left",
  "{words} 按住 {n} 秒，Enter 等效": "{words} hold for {n} s, Enter does the same",
  "按住 {n} 秒": "hold for {n} s",
});
