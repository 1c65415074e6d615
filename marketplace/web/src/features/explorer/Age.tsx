/** How old a block is, to the second while it is young; the exact time on hover. */
import { Tooltip } from "@mantine/core";
import { useNowSec } from "../../components/Time.tsx";
import { formatAbsolute, formatRelative } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";

export function Age({ atSec }: { atSec: number }) {
  const { language } = usePreferences();
  const ageSec = Math.max(0, useNowSec() - atSec);
  const text =
    ageSec < 60
      ? new Intl.RelativeTimeFormat(language, { numeric: "always", style: "short" }).format(-ageSec, "second")
      : formatRelative(atSec, atSec + ageSec, language);
  return (
    <Tooltip label={formatAbsolute(atSec, language)}>
      <time dateTime={new Date(atSec * 1000).toISOString()} className="tabular">
        {text}
      </time>
    </Tooltip>
  );
}
