/** What waits for the seller, soonest deadline first; every line leads to where it is done. */
import { Badge, Card, Group, Stack, Text, ThemeIcon, Title, UnstyledButton } from "@mantine/core";
import {
  IconArrowBackUp,
  IconBell,
  IconBuildingStore,
  IconChecks,
  IconChevronRight,
  IconCoins,
  IconFileDescription,
  IconGavel,
  IconKey,
  IconMessage,
  IconPackage,
  IconTruckDelivery,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Todo } from "../../../../src/api/schema/seller.ts";
import { Money } from "../../components/Money.tsx";
import { Empty } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import classes from "./TodoList.module.css";
import { sortTodo, todoPath } from "./todo.ts";

const ICONS: Record<Todo["kind"], ComponentType<{ size?: number }>> = {
  register: IconBuildingStore,
  publishKey: IconKey,
  ship: IconTruckDelivery,
  answer: IconGavel,
  offer: IconArrowBackUp,
  evidence: IconFileDescription,
  message: IconMessage,
  lowStock: IconPackage,
  withdraw: IconCoins,
};

const SHOWN = 8;

export function TodoList({ todo }: { todo: Todo[] }) {
  const { t } = useTranslation("seller");
  const sorted = sortTodo(todo);
  return (
    <Card h="100%">
      <Group justify="space-between" mb="xs">
        <Title order={2} fz="md">
          {t("todo.title")}
        </Title>
        {todo.length > 0 && <Badge leftSection={<IconBell size={12} aria-hidden />}>{todo.length}</Badge>}
      </Group>
      {todo.length === 0 ? (
        <Empty title={t("todo.empty")} text={t("todo.emptyHint")} icon={<IconChecks aria-hidden />} />
      ) : (
        <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: "none" }}>
          {sorted.slice(0, SHOWN).map((item, index) => (
            <TodoRow key={`${item.kind}-${item.orderId ?? item.listingId ?? index.toString()}`} item={item} />
          ))}
        </Stack>
      )}
      {sorted.length > SHOWN && (
        <Text fz="sm" c="dimmed" mt="xs">
          {t("todo.more", { count: sorted.length - SHOWN })}
        </Text>
      )}
    </Card>
  );
}

function TodoRow({ item }: { item: Todo }) {
  const { t } = useTranslation("seller");
  const Icon = ICONS[item.kind];
  return (
    <li>
      <UnstyledButton component={Link} to={todoPath(item)} className={classes.row ?? ""}>
        <ThemeIcon variant="light" size={36} aria-hidden>
          <Icon size={18} />
        </ThemeIcon>
        <div className={classes.text}>
          <Text fz="sm" fw={550}>
            {t(`todo.${item.kind}`, { order: item.orderId ?? "", subject: item.subject ?? "" })}
          </Text>
          <Text fz="xs" c="dimmed" component="div" truncate>
            {item.deadlineSec !== null && (
              <>
                {t("todo.until")} <RelativeTime atSec={item.deadlineSec} />
                {item.subject ? " · " : ""}
              </>
            )}
            {item.subject}
          </Text>
        </div>
        {item.money && (
          <Money
            amountAtto={item.money.amountAtto}
            currency={item.money.currency}
            size="sm"
            align="end"
            isStatic
          />
        )}
        <IconChevronRight size={16} aria-hidden />
      </UnstyledButton>
    </li>
  );
}
