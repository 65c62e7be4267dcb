import type { WebGLRenderer } from "./pixi.ts";

/** What Pixi notes of its resources by their numbers; none of it is public. */
interface Notes {
  readonly gc?: { readonly _managedResourceHashes?: readonly { readonly context: Record<string, Readonly<Record<string, unknown>>>; readonly hash: string }[] };
  readonly shader?: { readonly _programDataHash?: Readonly<Record<string, { uniformDirtyGroups: Record<string, number> } | null>> };
}

/**
 * Takes out of Pixi's notes what has been destroyed. Pixi leaves a null for each buffer and geometry that it ever had, and for each group of uniforms the
 * number of its last change: four entries for every mesh, while each new number on a wall is a new mesh. Its own collector, which is off because it also
 * unloads what has stood unchanged for a minute, tidies from ten thousand on, and uniforms never.
 */
export function forgetDestroyed(renderer: WebGLRenderer): void {
  const { gc, shader } = renderer as unknown as Notes;
  for (const { context, hash } of gc?._managedResourceHashes ?? []) context[hash] = standing(context[hash]!);
  // Who is painted next is noted anew.
  for (const program of Object.values(shader?._programDataHash ?? {})) if (program) program.uniformDirtyGroups = {};
}
function standing(notes: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept = Object.create(null) as Record<string, unknown>;
  for (const [uid, resource] of Object.entries(notes)) if (resource !== null) kept[uid] = resource;
  return kept;
}
