/**
 * The search field with its suggestions: products, sellers, categories. Enter searches, a suggestion goes straight
 * there. Loaded when the plain field of SearchBox is first touched.
 */
import { Autocomplete, Group, Image, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBuildingStore, IconCategory } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Suggestion, Suggestions } from "../../../src/api/schema/listings.ts";
import { mediaUrl } from "../../../src/api/schema/mediaUrl.ts";
import { request, withQuery } from "../api/http.ts";
import type { SearchFieldProps } from "./SearchBox.tsx";

const MAX_SUGGESTIONS = 6;

interface SuggestBoxProps extends SearchFieldProps {
  text: string;
  asked: string;
  onText: (text: string) => void;
  onSearch: () => void;
}

export default function SuggestBox({ text, asked, onText, onSearch, ...props }: SuggestBoxProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const wasChosen = useRef(false);
  // It takes the place of the plain field while somebody is in it.
  useLayoutEffect(() => input.current?.focus(), []);
  const suggestions = useSuggestions(text.trim() === asked ? "" : text.trim());
  const options = new Map(suggestions.map((suggestion) => [labelOf(suggestion, t), suggestion]));

  const goTo = (suggestion: Suggestion) => {
    if (suggestion.kind === "listing") navigate(`/products/${suggestion.id}`);
    if (suggestion.kind === "seller") navigate(`/sellers/${suggestion.id}`);
    if (suggestion.kind === "category") navigate(withQuery("/search", { category: suggestion.id }));
  };
  return (
    <Autocomplete
      {...props}
      ref={input}
      value={text}
      onChange={onText}
      data={[...options.keys()]}
      filter={({ options: all }) => all}
      limit={MAX_SUGGESTIONS}
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
      onOptionSubmit={(label) => {
        wasChosen.current = true;
        const suggestion = options.get(label);
        if (suggestion) goTo(suggestion);
        setTimeout(() => onText(""));
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
        // Enter on a suggestion chooses it; only where it did not, it searches.
        wasChosen.current = false;
        setTimeout(() => wasChosen.current || onSearch());
      }}
      renderOption={({ option }) => <Option suggestion={options.get(option.value)} label={option.value} />}
    />
  );
}

function Option({ suggestion, label }: { suggestion: Suggestion | undefined; label: string }) {
  const Icon = suggestion?.kind === "seller" ? IconBuildingStore : IconCategory;
  return (
    <Group gap="sm" wrap="nowrap">
      {suggestion?.picture ? (
        <Image src={mediaUrl(suggestion.picture.hash, 320)} w={32} h={32} radius="sm" alt="" />
      ) : (
        <Icon size={20} aria-hidden />
      )}
      <Text size="sm" lineClamp={1}>
        {label}
      </Text>
    </Group>
  );
}

function useSuggestions(text: string): Suggestion[] {
  const [query] = useDebouncedValue(text, 150);
  const { data } = useQuery({
    queryKey: ["suggestions", query],
    queryFn: ({ signal }) => request<Suggestions>("/api/listings/suggest", { query: { q: query }, signal }),
    enabled: query.length >= 2,
    placeholderData: (previous) => previous,
  });
  return text.length >= 2 ? (data?.data ?? []) : [];
}

function labelOf(suggestion: Suggestion, t: (key: string) => string): string {
  return suggestion.kind === "category" ? t(`category.${suggestion.id}`) : suggestion.text;
}
