// Demo shop: furniture and things for the home from Korea.
import type { DemoShop } from "./demoShop.ts";

export const hanokLiving: DemoShop = {
  key: "hanok-living",
  name: "Hanok Living",
  about:
    "Furniture without nails and things that belong beside it. Our workshop in Jeonju joins ash and pine the way old houses are joined: with patience. 한옥의 조용한 살림을 만듭니다.",
  country: "KR",
  emoji: "🪑",
  shipByDays: 7,
  releaseDays: 21,
  rewards: { name: "Hanok Points", symbol: "HANOK", earnBps: 400 },
  products: [
    {
      title: "Dining chair in ash",
      category: "home",
      emoji: ["🪑", "🌿"],
      usd: "178.00",
      stock: 24,
      text: "A light chair with a seat of woven paper cord. Mortise and tenon throughout, no screw in it. It carries 150 kg and weighs less than four.",
      facts: [
        ["Size", "48 x 50 x 78 cm"],
        ["Wood", "Ash"],
        ["Weight", "3.9 kg"],
      ],
    },
    {
      title: "Low sofa for two, oatmeal",
      category: "home",
      emoji: ["🛋️", "🧺"],
      usd: "690.00",
      stock: 5,
      text: "A frame of pine, cushions of wool and latex, covers that come off for washing. Low, as in a room where people also sit on the floor. Delivered in two parcels.",
      facts: [
        ["Size", "160 x 82 x 64 cm"],
        ["Cover", "Cotton and linen"],
      ],
    },
    {
      title: "Moon jar, white porcelain",
      category: "home",
      emoji: ["🏺", "🌕"],
      usd: "240.00",
      stock: 7,
      text: "Two bowls joined at the waist, never perfectly round, with a glaze like milk. Each jar takes the kiln its own way; the one you get is the one in the second picture or its sister.",
      facts: [
        ["Height", "about 31 cm"],
        ["Material", "Porcelain"],
      ],
    },
    {
      title: "Beeswax candles, set of four",
      category: "home",
      emoji: ["🕯️", "🍯"],
      usd: "22.00",
      stock: 130,
      text: "Poured from wax of the hills around us, without scent but their own. Each burns for about twelve hours and does not drip in a still room.",
      facts: [
        ["Height", "20 cm"],
        ["Burning time", "12 h each"],
      ],
    },
    {
      title: "Chef's knife, forged, 18 cm",
      category: "home",
      emoji: ["🔪", "🧅"],
      usd: "112.00",
      stock: 33,
      text: "High-carbon steel between two layers of soft iron, hardened to 61 HRC. Sharp enough to make you careful. It wants a dry cloth after use and a stone twice a year.",
      facts: [
        ["Blade", "18 cm"],
        ["Steel", "High-carbon, 61 HRC"],
      ],
    },
    {
      title: "Cast iron pan, seasoned, 26 cm",
      category: "home",
      emoji: ["🍳", "🥚"],
      usd: "54.00",
      stock: 58,
      text: "Turned smooth on the inside and seasoned four times with perilla oil, so that the first egg already slides. For gas, induction, oven and fire.",
      facts: [
        ["Diameter", "26 cm"],
        ["Weight", "2.1 kg"],
      ],
    },
    {
      title: "Potted pine, fifteen years old",
      category: "home",
      emoji: ["🪴", "🌲"],
      usd: "145.00",
      stock: 9,
      text: "A small black pine, trained since it was a seedling, in a grey pot from Icheon. With a page on how to keep it alive, and our telephone number.",
      facts: [
        ["Height", "about 32 cm"],
        ["Age", "15 years"],
      ],
    },
    {
      title: "Quilted floor cushion, indigo",
      category: "home",
      emoji: ["🛏️", "🧵"],
      usd: "76.00",
      stock: 42,
      text: "Cotton dyed in living indigo and quilted by hand in a pattern of waves. Thick enough for an evening of cards. The colour gives a little in the first wash.",
      facts: [
        ["Size", "60 x 60 cm"],
        ["Filling", "Cotton"],
      ],
    },
  ],
};
