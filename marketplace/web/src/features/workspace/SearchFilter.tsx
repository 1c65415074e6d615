/** A search field for a filter in the URL; it waits until typing pauses. */
import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";

interface SearchFilterProps {
  label: string;
  placeholder: string;
  value: string | null;
  onChange: (value: string | null) => void;
}

export function SearchFilter({ label, placeholder, value, onChange }: SearchFilterProps) {
  const [text, setText] = useState(value ?? "");
  const announce = useDebouncedCallback((next: string) => onChange(next.trim() || null), 300);
  return (
    <TextInput
      type="search"
      size="sm"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        announce(event.currentTarget.value);
      }}
      maxLength={100}
      miw={{ base: "100%", xs: 220 }}
    />
  );
}
