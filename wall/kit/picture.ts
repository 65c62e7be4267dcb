/** Most that `POST /files` keeps. */
export const MOST_PICTURE_BYTES = 8 * 1024 * 1024;

/**
 * Sends one picture and answers its file id.
 * @throws Error that says what is wrong with it
 */
export async function sendPicture(picture: File): Promise<string> {
  if (picture.size > MOST_PICTURE_BYTES) throw new Error(`${picture.name}: ${(picture.size / 1024 / 1024).toFixed(1)} MB > 8 MB`);
  const response = await fetch("/api/v1/files", { method: "POST", headers: { "content-type": picture.type || "image/jpeg" }, body: picture });
  const body = (await response.json().catch(() => null)) as { file?: string; message?: string } | null;
  if (!response.ok || !body?.file) throw new Error(body?.message ?? `HTTP ${response.status}`);
  return body.file;
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
