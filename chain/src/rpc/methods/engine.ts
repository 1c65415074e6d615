/** Everything that runs the engine without a block: the methods that move to threads together. */
import { ExecutionTimeoutError } from "../../execution/execution.ts";
import type { CallDeps, Method, Methods } from "../context.ts";
import { serverError } from "../rpcError.ts";
import { callMethods } from "./calls.ts";
import { debugMethods } from "./debug.ts";
import { simulateMethods } from "./simulate.ts";

export function engineMethods(context: CallDeps): Methods {
  const methods = { ...callMethods(context), ...debugMethods(context), ...simulateMethods(context) };
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, timeLimited(method)]));
}

function timeLimited(method: Method): Method {
  return async (params, connection) => {
    try {
      return await method(params, connection);
    } catch (error) {
      if (error instanceof ExecutionTimeoutError) throw serverError(error.message);
      throw error;
    }
  };
}
