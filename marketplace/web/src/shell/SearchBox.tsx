/**
 * The search field. It is a plain one until it is touched; then suggestions are loaded and take its place, with what
 * was typed and the focus kept. Not in the middle of a composition: Chinese and Korean are typed that way.
 */
import { type BoxProps, TextInput, type TextInputProps } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";

export type SearchFieldProps = Pick<
  TextInputProps,
  "visibleFrom" | "hiddenFrom" | "mb" | "aria-label" | "placeholder" | "size" | "radius" | "leftSection"
>;
type SuggestBox = typeof import("./SuggestBox.tsx").default;

export function SearchBox(props: Pick<BoxProps, "visibleFrom" | "hiddenFrom" | "mb">) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const asked = params.get("q") ?? "";
  const [text, setText] = useState(asked);
  const [Suggest, setSuggest] = useState<SuggestBox | null>(null);
  const isComposing = useRef(false);
  const loaded = useRef<SuggestBox | null>(null);
  useEffect(() => setText(asked), [asked]);

  const search = () => {
    const next = new URLSearchParams(params);
    if (text.trim()) next.set("q", text.trim());
    else next.delete("q");
    navigate(`/search?${next}`);
  };
  const takePlace = () => {
    if (loaded.current && !isComposing.current) setSuggest(() => loaded.current);
  };
  const load = async () => {
    loaded.current = (await import("./SuggestBox.tsx")).default;
    takePlace();
  };
  const field: SearchFieldProps = {
    ...props,
    "aria-label": t("search.label"),
    placeholder: t("search.placeholder"),
    size: "md",
    radius: "xl",
    leftSection: <IconSearch size={18} aria-hidden />,
  };
  if (Suggest) {
    return <Suggest {...field} text={text} asked={asked} onText={setText} onSearch={search} />;
  }
  return (
    <TextInput
      {...field}
      type="search"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={load}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={() => {
        isComposing.current = false;
        takePlace();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) search();
      }}
    />
  );
}
