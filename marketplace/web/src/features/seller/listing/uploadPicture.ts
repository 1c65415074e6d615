/**
 * Sends one picture to the marketplace with progress (0 to 1). What is too large or no picture is refused before a
 * byte travels; the server checks again.
 */
import { MAX_UPLOAD_BYTES, type Picture } from "../../../../../src/api/schema/media.ts";
import { ApiError, csrfHeaders } from "../../../api/http.ts";

const TYPES = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"];

export type PictureFault = "tooLarge" | "notAPicture";

export function checkPicture(file: File): PictureFault | null {
  if (!TYPES.includes(file.type)) return "notAPicture";
  return file.size > MAX_UPLOAD_BYTES ? "tooLarge" : null;
}

/** Not `fetch`: only XMLHttpRequest tells how much has been sent. */
export function uploadPicture(
  file: File,
  onProgress: (share: number) => void = () => undefined,
): Promise<Picture> {
  const body = new FormData();
  body.append("file", file);
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", "/api/media");
    call.responseType = "json";
    for (const [name, value] of Object.entries(csrfHeaders())) call.setRequestHeader(name, value);
    call.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    call.onerror = () => reject(new ApiError({ status: 0, code: "network_unreachable", message: "" }));
    call.onload = () => {
      if (call.status >= 200 && call.status < 300) return resolve(call.response as Picture);
      const error = (call.response as { error?: { code?: string; message?: string } } | null)?.error;
      const code = error?.code ?? `http_${call.status}`;
      reject(new ApiError({ status: call.status, code, message: error?.message ?? "" }));
    };
    call.send(body);
  });
}
