/** The rates that invoices are converted at. Public: a shop shows prices with them. */
import type { Gateway } from "../../gateway.ts";
import { ApiError } from "../apiError.ts";
import { type AnyRoute, route } from "../route.ts";
import { Rate, RateQuery } from "../schema/rate.ts";

export function rateRoutes(gateway: Gateway): AnyRoute[] {
  return [
    route({
      method: "get",
      path: "/v1/rates",
      tag: "Rates",
      summary: "An exact rate between two currencies",
      access: "public",
      query: RateQuery,
      response: Rate,
      handler: async ({ query }) => {
        const rate = await gateway.rates.rateOf(query.base, query.quote);
        if (rate === null)
          throw new ApiError("rate_unavailable", `No rate from ${query.base} to ${query.quote}`, "base");
        return { ...rate, numerator: rate.numerator.toString(), denominator: rate.denominator.toString() };
      },
    }),
  ];
}
