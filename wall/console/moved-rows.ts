/** Whoever sees that a row has moved, and lifts the finger for it, takes longer than this. */
const REACTION_MS = 400;

/** Rows of a queue that have just come where others stood: a finger on its way to one of those takes none of them. */
export class MovedRows {
  private places: ReadonlyMap<string, number> = new Map();
  private readonly cameAt = new Map<string, number>();

  /** The rows as they stand now, from the top; `now` in ms. One that comes where none stood was nobody's aim. */
  stand(ids: readonly string[], now: number): void {
    const stood = this.places.size;
    const places = new Map(ids.map((id, i) => [id, i]));
    for (const [id, i] of places) if (i < stood && this.places.get(id) !== i) this.cameAt.set(id, now);
    for (const id of this.cameAt.keys()) if (!places.has(id)) this.cameAt.delete(id);
    this.places = places;
  }
  hasJustMoved(id: string, now: number): boolean {
    const at = this.cameAt.get(id);
    return at !== undefined && now - at < REACTION_MS;
  }
}
