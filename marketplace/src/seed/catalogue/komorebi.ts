// Demo shop: toys, paper and tea from Japan.
import type { DemoShop } from "./demoShop.ts";

export const komorebi: DemoShop = {
  key: "komorebi",
  name: "Komorebi",
  about:
    "Komorebi is the light that falls through leaves. We look for quiet things: wooden toys, paper that likes ink, tea for the afternoon. A shop of two sisters in Matsumoto.",
  country: "JP",
  emoji: "🎐",
  shipByDays: 4,
  releaseDays: 21,
  rewards: null,
  products: [
    {
      title: "Wooden puzzle, mountain and sea",
      category: "toys",
      emoji: ["🧩", "🗻"],
      usd: "34.00",
      stock: 48,
      text: "Sixty-four pieces of cherry and magnolia, sawn by hand so that no two puzzles fit each other. Two pictures in one: turn the pieces and the mountain becomes the sea.",
      facts: [
        ["Pieces", "64"],
        ["Wood", "Cherry, magnolia"],
      ],
    },
    {
      title: "Kite of bamboo and washi",
      category: "toys",
      emoji: ["🪁", "🎏"],
      usd: "28.50",
      stock: 37,
      text: "A square kite on a frame of split bamboo, painted with a carp. It flies in light wind and folds into its tube. Fifty metres of line are on the reel.",
      facts: [
        ["Size", "62 x 62 cm"],
        ["Line", "50 m"],
      ],
    },
    {
      title: "Nesting dolls, five foxes",
      category: "toys",
      emoji: ["🪆", "🦊"],
      usd: "42.00",
      stock: 15,
      text: "Five foxes turned from linden wood, the smallest as large as a bean. Painted with water colours and sealed with beeswax. Each has another expression.",
      facts: [
        ["Height", "14 cm to 1.5 cm"],
        ["Wood", "Linden"],
      ],
    },
    {
      title: "Fountain pen, iron blue",
      category: "home",
      emoji: ["🖋️", "📓"],
      usd: "68.00",
      stock: 29,
      text: "A brass body with blue urushi, a steel nib in fine or medium. It starts at the first stroke after a month in the drawer. Refill by cartridge or by the converter in the box.",
      facts: [
        ["Nib", "Fine or medium"],
        ["Length", "136 mm"],
      ],
    },
    {
      title: "Notebook, 200 pages, dotted",
      category: "home",
      emoji: ["📓", "🖊️"],
      usd: "16.80",
      stock: 160,
      text: "Paper of 68 g that neither feathers nor bleeds, sewn so that it lies flat at every page. Numbered pages, an index at the front, a pocket at the back.",
      facts: [
        ["Size", "A5"],
        ["Pages", "200"],
      ],
    },
    {
      title: "First-flush sencha, 100 g",
      category: "food",
      emoji: ["🍵", "🍃"],
      usd: "21.00",
      stock: 82,
      text: "Leaves of the first week of May from a slope above Shizuoka, steamed for forty seconds. Deep green, sweet, with a scent of cut grass. Water at 70 degrees, one minute.",
      facts: [
        ["Weight", "100 g"],
        ["Harvest", "May"],
      ],
    },
    {
      title: "Chopsticks of five woods",
      category: "home",
      emoji: ["🥢", "🍚"],
      usd: "19.50",
      stock: 70,
      text: "Five pairs: maple, cherry, walnut, zelkova and ebony, eight-sided so that they do not roll. Oiled, not lacquered, in a box of paulownia.",
      facts: [
        ["Pairs", "5"],
        ["Length", "23 cm"],
      ],
    },
    {
      title: "Moon cakes, box of six",
      category: "food",
      emoji: ["🥮", "🌕"],
      usd: "29.00",
      stock: 0,
      text: "Baked for the autumn moon with sweet bean, chestnut and salted yolk. They are sold out until next September, and worth the wait.",
      facts: [
        ["Pieces", "6"],
        ["Allergens", "Egg, wheat, nuts"],
      ],
    },
  ],
};
