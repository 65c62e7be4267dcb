import "../console/console-page.ts";
import "./sign-in.ts";
import { askedSituation } from "./asked-situation.ts";
import { openOrSignIn } from "./entrance.ts";
import { themeOf, wear } from "./theme.ts";

const query = new URLSearchParams(location.search);
/** 27″ QHD at 0.65 m: u = 16; on 1080 lines u = 14 (VISUAL §3). */
const dress = () => wear(themeOf(query, "graphite"), innerHeight >= 1300 ? 16 : 14);
dress();
addEventListener("resize", dress);
await openOrSignIn({ situation: askedSituation(location.search) ?? "live", element: "console-page", roles: ["commander", "chief", "officer", "topicAdmin"] });
