import { clockText } from "../../model/time.ts";
import type { Link } from "../link/link.ts";
import { dictionary } from "./language.ts";

const t = dictionary({
  "只读 · 自 {at} 起平台无法存盘，指令、照片和登录暂不受理；数值与告警照常": "READ-ONLY · since {at} the platform cannot write to disk: commands, photos and sign-ins are refused; numbers and alerts go on",
  "只读 · 自 {at} 起指令暂不受理，数值与告警照常": "READ-ONLY · since {at} commands are refused; numbers and alerts go on",
});

/** What a page for people says while the house is read-only; null while it writes, or nobody knows. */
export const houseWords = ({ house }: Pick<Link, "house">): string | null => (house?.store === "readOnly" ? t("只读 · 自 {at} 起平台无法存盘，指令、照片和登录暂不受理；数值与告警照常", { at: clockText(house.since) }) : null);
/** The same for a wall, which sends nothing itself. */
export const houseWordsOnWall = ({ house }: Pick<Link, "house">): string | null => (house?.store === "readOnly" ? t("只读 · 自 {at} 起指令暂不受理，数值与告警照常", { at: clockText(house.since) }) : null);
