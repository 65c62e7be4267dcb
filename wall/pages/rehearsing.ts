import type { Clock, Stop } from "../../model/ports.ts";

/** A picture that is set up once for nobody, so that what it needs has come before it is wanted. */
export interface Rehearsal {
  /** One small piece of work: it has done one, waits for something to come, or has nothing left to do. */
  step(): "worked" | "waits" | "done";
  /** Lets go of all of it, wherever it stands. */
  end(): void;
}
export interface RehearsingNeeds<Picture> {
  readonly clock: Pick<Clock, "after" | "monotonic">;
  /** Runs a small piece of work once when the page has nothing else to do. */
  idle(run: () => void): Stop;
  /** True once the picture that stands has all it waits for. */
  isQuiet(): boolean;
  /** Pictures that are likely to be wanted, the likeliest first, each under its own name. */
  likely(): ReadonlyMap<string, Picture>;
  /** Null for one that does not stand here. */
  rehearse(picture: Picture): Rehearsal | null;
}

/** So long after a picture was raised its own numbers, faces and pixels come; nothing is taken from them. */
export const QUIET_MS = 1_000;
/** Once the likeliest is rehearsed nothing more is begun for so long after a rehearsal or a change: whoever changes scenes one after the other has the machine. */
export const REST_MS = 8_000;
/** How often it is looked whether what a rehearsal waits for has come. */
export const LOOKED_AT_MS = 50;
/** What has not come by then does not keep the others. */
export const LONGEST_MS = 5_000;

/**
 * Rehearses what is likely to be shown next while the glass is quiet, each picture once: its first change is then as fast as its second. The
 * likeliest comes at once, each other after a rest.
 * A change that is really wanted ends the rehearsal at once. One that fails is let go whole and not tried again in this page's life: what it
 * put up for nobody must not add up.
 */
export class Rehearsing<Picture> {
  private readonly needs: RehearsingNeeds<Picture>;
  private readonly done = new Set<string>();
  private now: { readonly name: string; readonly rehearsal: Rehearsal; readonly begun: number } | null = null;
  private waiting: Stop | undefined;
  private standing: string | null = null;
  private restsUntil = Number.NEGATIVE_INFINITY;
  private hasRehearsed = false;

  constructor(needs: RehearsingNeeds<Picture>) {
    this.needs = needs;
  }
  /** A picture stands; one that has come to rest needs no rehearsal. */
  stood(name: string): void {
    this.giveWay();
    this.standing = name;
    this.wait(QUIET_MS, () => this.begin());
  }
  /** Something may be likely now that was not before. */
  look(): void {
    if (this.standing !== null && !this.waiting && !this.now) this.begin();
  }
  /** A picture is wanted: nothing else is worked at until one stands. */
  giveWay(): void {
    this.standing = null;
    this.waiting?.();
    this.waiting = undefined;
    this.end();
  }

  private begin(): void {
    const { needs, done } = this;
    if (!needs.isQuiet()) return this.wait(QUIET_MS, () => this.begin());
    done.add(this.standing!);
    const next = [...needs.likely()].find(([name]) => !done.has(name));
    if (!next) return;
    const restMs = this.restsUntil - needs.clock.monotonic();
    if (restMs > 0) return this.wait(restMs, () => this.begin());
    const [name, picture] = next;
    try {
      const rehearsal = needs.rehearse(picture);
      if (rehearsal) this.now = { name, rehearsal, begun: needs.clock.monotonic() };
      else done.add(name);
    } catch (error) {
      this.fail(name, error);
    }
    this.goOn();
  }
  private goOn(): void {
    this.waiting = this.needs.idle(() => {
      this.waiting = undefined;
      if (this.now) this.step(this.now);
      else this.begin();
    });
  }
  private step({ name, rehearsal, begun }: NonNullable<Rehearsing<Picture>["now"]>): void {
    let said: ReturnType<Rehearsal["step"]> = "done";
    try {
      said = rehearsal.step();
    } catch (error) {
      this.fail(name, error);
    }
    if (said === "done" || this.needs.clock.monotonic() - begun > LONGEST_MS) {
      this.done.add(name);
      this.hasRehearsed = true;
      this.end();
    }
    if (said === "waits" && this.now) this.wait(LOOKED_AT_MS, () => this.goOn());
    else this.goOn();
  }
  private fail(name: string, error: unknown): void {
    this.done.add(name);
    console.warn(`The picture ${name} cannot be rehearsed: ${String(error)}`);
  }
  private end(): void {
    const { now } = this;
    this.now = null;
    if (this.hasRehearsed) this.restsUntil = this.needs.clock.monotonic() + REST_MS;
    try {
      now?.rehearsal.end();
    } catch (error) {
      this.fail(now!.name, error);
    }
  }
  private wait(ms: number, then: () => void): void {
    this.waiting = this.needs.clock.after(ms, () => {
      this.waiting = undefined;
      then();
    });
  }
}
