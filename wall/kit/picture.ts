import type { Picture } from "./fact.ts";
import type { Answer } from "./queue.ts";

/** Most that `POST /files` keeps. */
export const MOST_PICTURE_BYTES = 8 * 1024 * 1024;

/**
 * Sends one picture and answers its file id.
 * @throws Error that says what is wrong with it
 */
export async function sendPicture(picture: File): Promise<string> {
  checkSize(picture);
  const { status, body } = await postPicture(picture);
  const { file, message } = (body ?? {}) as { file?: string; message?: string };
  if (!file) throw new Error(message ?? `HTTP ${status}`);
  return file;
}
/**
 * A photo as it may wait in the device.
 * @throws Error that says what is wrong with it
 */
export async function keptPicture(picture: File): Promise<Picture> {
  checkSize(picture);
  return { bytes: await picture.arrayBuffer(), type: picture.type, name: picture.name };
}
/** One try to send a photo that waited; throws when nobody answered. */
export const sendKept = ({ bytes, type }: Picture, signal: AbortSignal): Promise<Answer> => postPicture(new Blob([bytes], { type }), signal);

function checkSize({ name, size }: File): void {
  if (size > MOST_PICTURE_BYTES) throw new Error(`${name}: ${(size / 1024 / 1024).toFixed(1)} MB > 8 MB`);
}
async function postPicture(picture: Blob, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch("/api/v1/files", { method: "POST", headers: { "content-type": picture.type || "image/jpeg" }, body: picture, signal: signal ?? null });
  return { status: response.status, body: await response.json().catch(() => null) };
}

/** Where the phone is: [longitude, latitude], or null when it cannot or may not say. */
export function whereAmI(withinMs: number): Promise<readonly [number, number] | null> {
  return new Promise((answer) => {
    if (!("geolocation" in navigator)) return answer(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => answer([coords.longitude, coords.latitude]),
      () => answer(null),
      { enableHighAccuracy: true, timeout: withinMs, maximumAge: 30_000 },
    );
  });
}
/** Whether the device would tell its position, would ask the person first, or has none to tell. */
export async function mayAskPosition(): Promise<PermissionState | "none"> {
  if (!("geolocation" in navigator) || !globalThis.isSecureContext) return "none";
  // A browser that cannot say asks by itself.
  return await navigator.permissions?.query({ name: "geolocation" }).then(({ state }) => state, () => "prompt" as const) ?? "prompt";
}
