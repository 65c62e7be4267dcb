/** So many channels one connection may listen to; the next is refused as `too_many`. */
export const MOST_CHANNELS = 100;
