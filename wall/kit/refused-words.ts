import { dictionary } from "./language.ts";

const t = dictionary({
  无权查看: "no right to see this", "未取到，正在自动再取": "not fetched; asking again by itself", "未取到：请求过多，稍后自动再取": "not fetched: too many requests; asking again by itself",
  "未取到：登录已失效，请重新登录": "not fetched: signed out; sign in again", "未取到：平台不认得所要的数，请刷新页面": "not fetched: the platform does not know what was asked for; reload the page",
});

/** What a person reads where numbers were refused: why, and what becomes of it. Its code is for those who look after the house. */
export function refusedWords(code: string): string {
  switch (code) {
    case "no_right":
    case "not_found":
      return t("无权查看");
    case "too_many":
      return `✕ ${t("未取到：请求过多，稍后自动再取")}`;
    case "no_session":
      return `✕ ${t("未取到：登录已失效，请重新登录")}`;
    case "bad_request":
    case "bad_time":
      return `✕ ${t("未取到：平台不认得所要的数，请刷新页面")}`;
    default:
      return `✕ ${t("未取到，正在自动再取")}`;
  }
}
