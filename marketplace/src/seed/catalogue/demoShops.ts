// The demo catalogue: eight shops in seven countries. All names and texts are made up for it.
import { bottegaAurora } from "./bottegaAurora.ts";
import type { DemoShop } from "./demoShop.ts";
import { hanokLiving } from "./hanokLiving.ts";
import { komorebi } from "./komorebi.ts";
import { mapleStreet } from "./mapleStreet.ts";
import { nordlichtAudio } from "./nordlichtAudio.ts";
import { pixelAndPlug } from "./pixelAndPlug.ts";
import { serraVerde } from "./serraVerde.ts";
import { trailhead } from "./trailhead.ts";

export const demoShops: readonly DemoShop[] = [
  serraVerde,
  bottegaAurora,
  nordlichtAudio,
  komorebi,
  hanokLiving,
  pixelAndPlug,
  trailhead,
  mapleStreet,
];
