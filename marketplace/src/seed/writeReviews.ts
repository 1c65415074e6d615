// Reviews of the demo's released orders, written by their buyers through the API, once each.
import { ApiRefusal } from "./apiClient.ts";
import type { PlayedOrder } from "./playSales.ts";
import type { Random } from "./random.ts";
import { inParallel, type SeedContext } from "./seedContext.ts";

const TEXTS: Readonly<Record<number, readonly string[]>> = {
  5: [
    "Exactly as described, and packed with care. I would buy it again.",
    "Better than I hoped. It came quickly and works perfectly.",
    "A present for my father, who has not put it down since.",
    "You can see that somebody thought about every detail.",
    "Third time I order here. Never a problem.",
    "Beautifully made. The pictures do not do it justice.",
    "Arrived in two days, with a handwritten card. Lovely people.",
    "I had a question before buying and got an answer within the hour.",
    "很好，包装仔细，会再来买。",
    "정말 마음에 들어요. 포장도 꼼꼼했습니다.",
  ],
  4: [
    "Very good. One star less because the box was a little bent.",
    "Good quality for the price. Shipping took a day longer than I thought.",
    "Does what it should. The instructions could be longer.",
    "Nice, though slightly smaller than I imagined. Check the measures.",
    "Happy with it. The colour is a bit darker than on my screen.",
  ],
  3: [
    "It is all right. I expected a little more for the money.",
    "Works, but the finish has a small mark on the back.",
    "Fine, but the parcel waited three days before it was sent.",
  ],
  2: [
    "Not quite what I had in mind. The seller was friendly about it, though.",
    "Had to mend one seam myself. Otherwise usable.",
  ],
};

export async function writeReviews(
  context: SeedContext,
  played: readonly PlayedOrder[],
  random: Random,
): Promise<void> {
  const reviews = played.flatMap(({ plan, order }) =>
    plan.stars === null || order.state !== "Released"
      ? []
      : [
          {
            buyer: plan.buyer,
            orderId: order.id,
            stars: plan.stars,
            text: random.pick(TEXTS[plan.stars] ?? [""]),
          },
        ],
  );
  const written = await inParallel(reviews, 6, async ({ buyer, orderId, stars, text }): Promise<number> => {
    try {
      await context.buyers[buyer]?.post(`/api/orders/${orderId}/review`, { stars, text });
      return 1;
    } catch (error) {
      if (error instanceof ApiRefusal && error.code === "already_reviewed") return 0;
      throw error;
    }
  });
  context.say(`${written.reduce((sum, one) => sum + one, 0)} reviews written`);
}
