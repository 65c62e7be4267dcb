import { expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import { createSituationClock } from "../model/situation-clock.ts";
import { HOUR, MINUTE } from "../model/time.ts";
import { createCourse, type Run } from "./clock-course.ts";

const MORNING = 1_700_000_000_000;
const span = { from: 0, to: 100 * HOUR };
function going({ at = MORNING, start = 10 * HOUR, paused = false, kept, isSought }: { at?: number; start?: number; paused?: boolean; kept?: readonly Run[]; isSought?: boolean } = {}) {
  const people = new ManualClock(at);
  const clock = createSituationClock({ clock: people, span, start, speed: 60, paused });
  const course = createCourse({ clock, people, end: span.to }, kept, isSought);
  return { people, clock, course, told: (...hours: number[]) => hours.map((hour) => (course.peopleAt(hour * HOUR) - MORNING) / MINUTE) };
}

test("an hour that has passed keeps its minute of people's time through pauses and changes of speed", () => {
  const { people, clock, told } = going();
  people.advance(3 * MINUTE);
  expect(told(9, 11, 12.5)).toEqual([-1, 1, 2.5]);
  clock.pause();
  people.advance(20 * MINUTE);
  expect(told(9, 11, 12.5)).toEqual([-1, 1, 2.5]);
  clock.resume();
  clock.setSpeed(600);
  people.advance(MINUTE);
  expect(told(9, 11, 12.5, 14, 23)).toEqual([-1, 1, 2.5, 23.1, 24]);
});

test("a program that dies changes none of it, and nothing was told while it was dead", () => {
  const { people, course, told } = going();
  people.advance(3 * MINUTE);
  const before = told(8, 10, 11.25, 13);
  const again = going({ at: people.now() + HOUR, start: 13 * HOUR, kept: course.runs() });
  expect(again.told(8, 10, 11.25, 13)).toEqual(before);
  again.people.advance(MINUTE);
  expect(again.told(8, 10, 11.25, 13, 14)).toEqual([...before, 64]);
});

test("paused when the program died, and again when it lives: nothing moves, nor when it goes on later", () => {
  const { people, clock, course, told } = going();
  people.advance(3 * MINUTE);
  clock.pause();
  const before = told(8, 11, 13);
  const again = going({ at: people.now() + HOUR, start: 13 * HOUR, paused: true, kept: course.runs() });
  again.people.advance(HOUR);
  expect(again.told(8, 11, 13)).toEqual(before);
  again.clock.resume();
  again.people.advance(MINUTE);
  expect(again.told(8, 11, 13)).toEqual(before);
});

test("what passed between the last saving and the death is not told at a time when nothing ran", () => {
  const { people, course } = going();
  people.advance(3 * MINUTE);
  const again = going({ at: people.now() + HOUR, start: 13.5 * HOUR, kept: course.runs() });
  expect(again.told(13.25)).toEqual([3.25]);
});

test("set to another time, also while it stands, it tells of the hours before as if it had come there", () => {
  const { people, clock, told } = going();
  people.advance(MINUTE);
  clock.seek(40 * HOUR);
  expect(told(11, 39)).toEqual([1, 0]);
  clock.pause();
  people.advance(MINUTE);
  clock.seek(80 * HOUR);
  expect(told(11, 39, 79)).toEqual([1, 0, 1]);
  people.advance(HOUR);
  expect(told(11, 39, 79)).toEqual([1, 0, 1]);
});

test("an hour that is passed again was told the last time it was passed", () => {
  const { people, clock, told } = going();
  people.advance(5 * MINUTE);
  clock.seek(12 * HOUR);
  people.advance(2 * MINUTE);
  expect(told(11, 13, 15)).toEqual([1, 6, 5]);
});

test("of a clock that is set ever again, only so much is kept", () => {
  const { people, clock, course } = going();
  for (let i = 0; i < 300; i++) {
    people.advance(1_000);
    clock.seek(10 * HOUR + i);
  }
  expect(course.runs().length).toBeLessThan(110);
});
