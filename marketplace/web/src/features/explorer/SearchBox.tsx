/** One field for everything: what its text already says (block, address) opens at once, the rest is looked up. */
import { Button, Group, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { searchTarget } from "./searchTarget.ts";

export function SearchBox() {
  const { t } = useTranslation("explorer");
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const target = searchTarget(text);
    if (target.kind === "nothing") return;
    setText("");
    if (target.kind === "block") navigate(`/explorer/blocks/${target.blockNumber}`);
    else if (target.kind === "address") navigate(`/explorer/addresses/${target.address}`);
    else navigate(`/explorer/search?q=${encodeURIComponent(text.trim())}`);
  };
  return (
    <search>
      <form onSubmit={submit}>
        <Group gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            type="search"
            aria-label={t("search.label")}
            placeholder={t("search.placeholder")}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={100}
          />
          <Button type="submit" variant="default" size="md" visibleFrom="xs">
            {t("search.submit")}
          </Button>
        </Group>
      </form>
    </search>
  );
}
