import { distanceKm, type LonLat } from "../geodesy.ts";
import type { StormNow } from "../storm.ts";
import { HOUR } from "../time.ts";
import { hourOfDay, shareOfYear } from "./calendar.ts";
import { seaWindShare } from "./coast.ts";
import { chanceOf, cloud, wave } from "./noise.ts";
import { STORM_REACH_KM, stormWind } from "./storm-wind.ts";

/** What the sky does at one place and time. */
export interface Weather {
  /** mm in the hour around that instant. */
  readonly rainMmH: number;
  /** Mean of 10 minutes and its gust, m/s. */
  readonly windMs: number;
  readonly gustMs: number;
  readonly tempC: number;
  readonly visibilityM: number;
  /** Flashes within 10 minutes and 20 km. */
  readonly flashes: number;
}

/** A field of the weather by its own name, so that rain and wind of one seed do not move alike. */
const [RAIN, SHOWER, WIND, HEAT, FOG, BAND, ROUGH] = [11, 12, 13, 14, 15, 16, 17];

/** The time of year, 0 in mid-January, 1 in mid-July. */
const summer = (at: number): number => (1 - Math.cos(2 * Math.PI * (shareOfYear(at) - 0.04))) / 2;

/** How much of the wind over water is felt at a place: its houses and hills stand where they stand. */
const roughness = (seed: number, [lon, lat]: LonLat): number => 0.55 + 0.4 * chanceOf(seed + ROUGH, Math.round(lon * 50), Math.round(lat * 50));

/**
 * Weather of one seed, the same for the same place and time, without a jump in either. A storm, where there is one, brings its wind and its rain: as strong as
 * the record says and where it says, in spiral bands that turn with it.
 * Orders of magnitude by Guangdong's climate: 1,500–2,000 mm a year, most of it April to September; 13 °C in January and 29 °C in July.
 */
export function weatherAt(seed: number, at: number, place: LonLat, storm: StormNow | null): Weather {
  const [lon, lat] = place;
  const hours = at / HOUR;
  const season = summer(at);
  const own = storm ? stormAround(seed, hours, place, storm) : NO_STORM;

  // Fronts cross the province in half a day; showers of the afternoon are small and short, and of the summer.
  const front = cloud(seed + RAIN, lon / 1.6 + hours / 40, lat / 1.6 - hours / 60, hours / 9);
  const shower = cloud(seed + SHOWER, lon * 4, lat * 4, hours / 1.5) * afternoon(at);
  const frontal = rainOf(front, 0.79 - 0.06 * season, 6 + 12 * season);
  const convective = season * rainOf(shower, 0.83, 170);
  const rainMmH = round(Math.max(own.rainMmH, frontal * (1 - own.share)) + convective * (1 - own.share), 1);

  const breeze = 1 + 6 * wave(seed + WIND + Math.round(lon * 3) * 31 + Math.round(lat * 3), hours / 5) ** 2;
  const rough = roughness(seed, place);
  const windMs = round(Math.hypot(breeze * (1 - own.share), own.windMs * rough), 1);
  const gustMs = round(windMs * (1.35 + 0.35 * chanceOf(seed + WIND, Math.floor(hours * 6), Math.round(lon * 50), Math.round(lat * 50))) + Math.min(8, rainMmH / 10), 1);

  const day = Math.sin(((hourOfDay(at) - 9) / 24) * 2 * Math.PI);
  const spell = (cloud(seed + HEAT, lon / 3, lat / 3, hours / 60) - 0.5) * (12 - 5 * season);
  const tempC = round(13 + 16 * season - (lat - 22.5) * (1.1 - 0.7 * season) + 3.5 * day * (1 - own.share) + spell - Math.min(4, rainMmH / 5) - 3 * own.share, 1);

  const damp = cloud(seed + FOG, lon * 1.5, lat * 1.5, hours / 6) * (1 - season) * (hourOfDay(at) < 9 ? 1 : 0.6) * (windMs < 4 ? 1 : 0.4);
  const visibilityM = Math.round(Math.max(30, 22_000 * (1 - Math.max(0, damp - 0.3) / 0.7) ** 4 * Math.exp(-rainMmH / 22)) / 10) * 10;
  const flashes = Math.round(convective * 3 + Math.max(0, own.rainMmH - 25));
  return { rainMmH, windMs, gustMs, tempC, visibilityM, flashes };
}

interface StormShare {
  readonly rainMmH: number;
  readonly windMs: number;
  /** How much of the place's weather is the storm's, 0 to 1. */
  readonly share: number;
}
const NO_STORM: StormShare = { rainMmH: 0, windMs: 0, share: 0 };

function stormAround(seed: number, hours: number, place: LonLat, storm: StormNow): StormShare {
  const km = distanceKm([storm.lon, storm.lat], place);
  if (km > STORM_REACH_KM) return NO_STORM;
  const windMs = stormWind(storm, place) * seaWindShare(place);
  const share = Math.min(1, Math.max(0, 1 - (km - 150) / (STORM_REACH_KM - 150)));
  // Where a band stands depends on direction and distance together: it spirals inward, and turns against the clock.
  const angle = Math.atan2(place[1] - storm.lat, place[0] - storm.lon);
  const band = cloud(seed + BAND, Math.cos(angle + km / 180 - hours / 4) * 3 + 50, Math.sin(angle + km / 180 - hours / 4) * 3 + 50, km / 70);
  const force = Math.min(1.6, (storm.windMs ?? 0) / 30);
  const rainMmH = 62 * force * Math.exp(-(Math.max(0, km - 30) / 130)) * Math.max(0, band - 0.18) * 1.2;
  return { rainMmH, windMs, share };
}

/** Rain only where a field stands above its threshold, and heavier the higher. */
const rainOf = (field: number, threshold: number, most: number): number => (field <= threshold ? 0 : most * ((field - threshold) / (1 - threshold)) ** 1.6);
/** Showers build up with the heat of the day. */
const afternoon = (at: number): number => 0.72 + 0.28 * Math.max(0, Math.sin(((hourOfDay(at) - 10) / 12) * Math.PI));
const round = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;
