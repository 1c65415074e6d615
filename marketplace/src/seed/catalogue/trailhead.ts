// Demo shop: outdoor gear from the United States.
import type { DemoShop } from "./demoShop.ts";

export const trailhead: DemoShop = {
  key: "trailhead",
  name: "Trailhead Supply",
  about:
    "Gear for people who walk, paddle and sleep outside, sewn and tested in Bend, Oregon. If it breaks on the trail, send it back muddy: we mend it.",
  country: "US",
  emoji: "⛺",
  shipByDays: 3,
  releaseDays: 14,
  rewards: null,
  products: [
    {
      title: "Two-person tent, 1.6 kg",
      category: "outdoors",
      emoji: ["⛺", "🌌"],
      usd: "329.00",
      stock: 21,
      text: "Pitches in four minutes with cold fingers. Two doors, two porches, seams taped by hand. It has stood on Mount Hood in October and did not complain.",
      facts: [
        ["Weight", "1.6 kg"],
        ["Water column", "3,000 mm"],
        ["Sleeps", "2"],
      ],
    },
    {
      title: "Trail running shoes",
      category: "outdoors",
      emoji: ["👟", "⛰️"],
      usd: "128.00",
      stock: 66,
      text: "A wide toe box, 4 mm of drop, lugs that let go of mud. The upper drains in ten steps after a stream. Sizes 36 to 48: write yours in the note.",
      facts: [
        ["Drop", "4 mm"],
        ["Weight", "262 g (42)"],
      ],
    },
    {
      title: "Hiking boots, resoleable",
      category: "outdoors",
      emoji: ["🥾", "🌲"],
      usd: "215.00",
      stock: 38,
      text: "Full-grain leather, a stitched welt and a sole that any cobbler can change. They need fifty kilometres to become yours, and then they stay.",
      facts: [
        ["Leather", "Full-grain, 2.4 mm"],
        ["Sole", "Resoleable"],
      ],
    },
    {
      title: "Backpack, 38 litres",
      category: "outdoors",
      emoji: ["🎒", "🧭"],
      usd: "164.00",
      stock: 44,
      text: "Carries ten kilos as if they were six. A frame that comes out, two pockets you reach while walking, and a roll top that keeps a week of rain outside.",
      facts: [
        ["Volume", "38 l"],
        ["Weight", "980 g"],
      ],
    },
    {
      title: "Brass compass with a mirror",
      category: "outdoors",
      emoji: ["🧭", "🗺️"],
      usd: "48.00",
      stock: 57,
      text: "Liquid-filled, declination set with a screw, a mirror for bearings and for your beard. It needs no battery and no sky.",
      facts: [
        ["Accuracy", "1 degree"],
        ["Weight", "86 g"],
      ],
    },
    {
      title: "Head torch, 400 lumens",
      category: "outdoors",
      emoji: ["🔦", "🌙"],
      usd: "42.50",
      stock: 93,
      text: "One button, four levels, red light for the map. Eighteen hours at a brightness you can walk by, on a cell that you can buy anywhere.",
      facts: [
        ["Light", "400 lm"],
        ["Battery", "18650, USB-C"],
      ],
    },
    {
      title: "Spotting telescope, 70 mm",
      category: "outdoors",
      emoji: ["🔭", "🦅"],
      usd: "276.00",
      stock: 11,
      text: "Twenty to sixty times, with glass that keeps the edges of an eagle free from colour. Nitrogen inside, rubber outside, a pouch that can stay on.",
      facts: [
        ["Objective", "70 mm"],
        ["Magnification", "20-60x"],
      ],
    },
    {
      title: "Fishing rod, six pieces",
      category: "outdoors",
      emoji: ["🎣", "🐟"],
      usd: "138.00",
      stock: 26,
      text: "A fly rod for small rivers that goes into a backpack. Medium action, cork from Portugal, a reel seat of maple. With a tube that survives airports.",
      facts: [
        ["Length", "2.6 m"],
        ["Line", "#4"],
      ],
    },
    {
      title: "Wool beanie, forest green",
      category: "fashion",
      emoji: ["🧢", "🌲"],
      usd: "26.00",
      stock: 105,
      text: "Lambswool knitted thick in a mill two towns over. It keeps warm when wet and does not smell after a week. One size, generous.",
      facts: [
        ["Material", "Lambswool"],
        ["Made in", "Oregon"],
      ],
    },
  ],
};
