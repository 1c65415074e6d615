// Demo shop: books, games and sports things from Canada.
import type { DemoShop } from "./demoShop.ts";

export const mapleStreet: DemoShop = {
  key: "maple-street",
  name: "Maple Street Exchange",
  about:
    "A corner shop in Halifax that swaps, sells and repairs: books at the front, board games in the middle, skates and rackets at the back. Come in when it snows.",
  country: "CA",
  emoji: "📚",
  shipByDays: 3,
  releaseDays: 14,
  rewards: null,
  products: [
    {
      title: "A winter of sea stories, seven volumes",
      category: "toys",
      emoji: ["📚", "⚓"],
      usd: "86.00",
      stock: 14,
      text: "Seven small cloth-bound books of stories from the Atlantic coast, chosen by the shop. Large type, thin paper, a ribbon in each. Made to be read aloud.",
      facts: [
        ["Volumes", "7"],
        ["Language", "English"],
      ],
    },
    {
      title: "Field guide to clouds",
      category: "toys",
      emoji: ["📖", "☁️"],
      usd: "18.90",
      stock: 77,
      text: "Look up, find the page, know what comes tomorrow. Two hundred photographs and a key that a child can use. The cover does not mind rain.",
      facts: [
        ["Pages", "192"],
        ["Photographs", "200"],
      ],
    },
    {
      title: "Harbour, a board game for four",
      category: "toys",
      emoji: ["🎲", "⛵"],
      usd: "52.00",
      stock: 36,
      text: "Load ships, watch the weather, outwit your friends. Forty-five minutes, no player is ever out, and the rules fit on two pages. All parts of wood and card.",
      facts: [
        ["Players", "2-4"],
        ["Time", "45 min"],
        ["Age", "8 and up"],
      ],
    },
    {
      title: "Dart board of sisal",
      category: "toys",
      emoji: ["🎯", "🍺"],
      usd: "64.50",
      stock: 23,
      text: "Pressed sisal that closes behind the dart, thin wires, a number ring that turns. With six brass darts and chalk, because scores belong on slate.",
      facts: [
        ["Diameter", "45 cm"],
        ["Darts", "6"],
      ],
    },
    {
      title: "Water colours, 24 pans",
      category: "toys",
      emoji: ["🎨", "🖌️"],
      usd: "44.00",
      stock: 49,
      text: "Strong pigments in honey and gum arabic, in a tin that serves as a palette. Named on the back, tested for light. One good brush is inside.",
      facts: [
        ["Pans", "24 half pans"],
        ["Lightfast", "Yes"],
      ],
    },
    {
      title: "Hockey skates, sharpened",
      category: "outdoors",
      emoji: ["⛸️", "❄️"],
      usd: "142.00",
      stock: 18,
      text: "Stiff boots with soft ankles, blades ground for ponds rather than for rinks. Sizes 36 to 46: write yours in the note, and buy half a size below your shoes.",
      facts: [
        ["Sizes", "36-46"],
        ["Blade", "Stainless steel"],
      ],
    },
    {
      title: "Longboard of maple, 96 cm",
      category: "outdoors",
      emoji: ["🛹", "🍁"],
      usd: "119.00",
      stock: 25,
      text: "Seven plies of Canadian maple with a gentle camber. Soft wheels for rough pavements, trucks that turn in a lane. Put together and oiled.",
      facts: [
        ["Length", "96 cm"],
        ["Wheels", "70 mm, 78A"],
      ],
    },
    {
      title: "Table tennis set for any table",
      category: "outdoors",
      emoji: ["🏓", "🏠"],
      usd: "38.00",
      stock: 61,
      text: "A net that clamps to anything up to five centimetres thick, two bats with real rubber and six balls. The kitchen will never be the same.",
      facts: [
        ["Net", "up to 170 cm"],
        ["Bats", "2"],
      ],
    },
    {
      title: "Teddy bear who has seen things",
      category: "toys",
      emoji: ["🧸", "🎀"],
      usd: "36.00",
      stock: 40,
      text: "Sewn from mohair with old patterns and a serious face. Arms and legs turn. He comes with a name tag to fill in, and with no opinion on bedtimes.",
      facts: [
        ["Height", "34 cm"],
        ["Material", "Mohair"],
      ],
    },
  ],
};
