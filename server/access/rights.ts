import { may, type Actor, type Right } from "../../model/account.ts";

/** Any one of these rights opens a command kind; whose object it is, and its state, are judged after. */
const OPENS: Readonly<Record<string, readonly Right[]>> = {
  "incident.report": ["report"],
  "incident.verify": ["verify"],
  "incident.grade": ["grade4", "grade3", "gradeAny"],
  "incident.close": ["close"],
  "task.dispatch": ["dispatchOwn", "dispatchNext", "dispatchAny"],
  "task.accept": ["handle"],
  "task.arrive": ["handle"],
  "task.report": ["handle"],
  "task.finish": ["handle"],
  "task.return": ["handle"],
  "task.difficulty": ["handle"],
  "task.check": ["check"],
  "task.withdraw": ["withdraw"],
  "alert.acknowledge": ["acknowledge"],
  "response.raise": ["respond", "respondAny"],
  "response.lower": ["respond", "respondAny"],
  confirm: ["second"],
  refuse: ["second"],
  "wall.focus": ["wall"],
  "wall.back": ["wall"],
  "wall.scene": ["wall"],
  "wall.mode": ["wall"],
  "wall.theme": ["wall"],
  "wall.preset": ["wall"],
  "wall.rotate": ["wall"],
  "wall.take": ["wall"],
  "wall.give": ["wall"],
  "wall.lock": ["wall"],
  "wall.annotate": ["wall"],
  "wall.clear": ["wall"],
  "scene.save": ["compose"],
  "scene.publish": ["publish"],
  "admin.pair": ["devices"],
  "admin.unpair": ["devices"],
  "situation.start": ["situation"],
  "situation.pause": ["situation"],
  "situation.resume": ["situation"],
  "situation.seek": ["situation"],
  "situation.speed": ["situation"],
  "situation.stop": ["situation"],
};

/** True when the role holds a right that the kind asks for; a kind that is not listed is open to nobody. */
export const mayCommand = (actor: Pick<Actor, "role">, kind: string): boolean =>
  Object.hasOwn(OPENS, kind) && OPENS[kind]!.some((right) => may(actor, right));
