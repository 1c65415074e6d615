/**
 * Puts a refusal of the API where it belongs: at the field it names, else it is returned to be shown above the form.
 * Nothing that was typed is lost.
 */
import { ApiError } from "../../api/http.ts";
import { errorText } from "../../components/QueryStates.tsx";

interface FormLike {
  getValues(): object;
  setFieldError(field: string, message: string): void;
}

/** @returns the text for the whole form, null where a field shows it. */
export function applyApiError(error: unknown, form: FormLike, t: (key: string) => string): string | null {
  const field = error instanceof ApiError ? error.param?.split(".")[0] : undefined;
  if (field && field in form.getValues()) {
    form.setFieldError(field, (error as ApiError).message);
    return null;
  }
  return errorText(error, t);
}
