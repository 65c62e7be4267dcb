/**
 * What all packs share, so that one cause has one effect everywhere (共同成因): so far only where chance begins. Rain, wind,
 * holidays and incidents come here.
 */
export interface World {
  readonly seed: number;
}
