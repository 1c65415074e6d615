/** Buyer and seller talk, end-to-end encrypted; in a dispute the arbiter reads what was shared with him. */
import { Alert, Button, Card, Group, Skeleton, Stack, Text, Textarea, Title } from "@mantine/core";
import { IconLock, IconMessageCircle, IconSend } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MessageBody } from "../../../../src/api/schema/envelopes.ts";
import type { Message } from "../../../../src/api/schema/messages.ts";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { request } from "../../api/http.ts";
import { queryClient } from "../../api/queryClient.ts";
import { errorText, PagedList, usePages } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { SignInGate } from "../../session/SignInGate.tsx";
import type { Address } from "../../wallet/connection.ts";
import classes from "./Orders.module.css";
import { useMessageKey, usePrivateText } from "./usePrivate.ts";

export function Messages({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  return (
    <Card component="section" aria-label={t("messages.title")}>
      <Group gap={8} mb={4}>
        <IconLock size={18} aria-hidden />
        <Title order={2} size="h3">
          {t("messages.title")}
        </Title>
      </Group>
      <Text size="sm" c="dimmed" mb="md">
        {t("messages.text")}
      </Text>
      <SignInGate>
        <Thread order={order} />
      </SignInGate>
    </Card>
  );
}

function Thread({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  const { key, unlock, isBusy, address } = useMessageKey();
  const query = usePages<Message>(["orders", "messages", order.id], `/api/orders/${order.id}/messages`);
  const count = query.data?.length ?? 0;
  useEffect(() => {
    if (key && count > 0 && order.unreadMessages > 0) {
      void request(`/api/orders/${order.id}/messages/read`, { method: "POST" }).then(() =>
        queryClient.invalidateQueries({ queryKey: ["orders", "list"] }),
      );
    }
  }, [key, count, order.id, order.unreadMessages]);
  if (key === null) {
    return (
      <Stack align="flex-start" gap="sm">
        <Text size="sm">{t("messages.count", { count })}</Text>
        <Button variant="light" onClick={unlock} loading={isBusy}>
          {t("private.unlock")}
        </Button>
      </Stack>
    );
  }
  return (
    <Stack>
      <PagedList
        query={query}
        skeleton={<Skeleton height={96} />}
        empty={{
          title: t("messages.emptyTitle"),
          text: t("messages.emptyText"),
          icon: <IconMessageCircle aria-hidden />,
        }}
      >
        {(messages) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          <div className={classes.thread} role="log" aria-label={t("messages.title")} tabIndex={0}>
            {messages.map((message) => (
              <Bubble key={message.id} message={message} isOwn={message.from === address} />
            ))}
          </div>
        )}
      </PagedList>
      <Composer order={order} account={address as Address} />
    </Stack>
  );
}

function Bubble({ message, isOwn }: { message: Message; isOwn: boolean }) {
  const { t } = useTranslation("orders");
  const text = usePrivateText<MessageBody>(message.envelope, message.id);
  return (
    <div className={classes.message} data-own={isOwn}>
      {text === undefined && <Skeleton height={16} width={120} />}
      {text?.isReadable && <Text size="sm">{text.content.text}</Text>}
      {text && !text.isReadable && (
        <Text size="sm" c="dimmed" fs="italic">
          {t(`private.unreadable.${text.reason}`)}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt={2}>
        <RelativeTime atSec={message.createdAtSec} />
      </Text>
    </div>
  );
}

function Composer({ order, account }: { order: Order; account: Address }) {
  const { t } = useTranslation(["orders", "common"]);
  const [text, setText] = useState("");
  const send = useMutation({
    mutationFn: async (body: MessageBody) => {
      const [{ sealEnvelope }, { messageReaders }] = await Promise.all([
        import("../../crypto/envelope.ts"),
        import("./orderCalls.ts"),
      ]);
      const envelope = sealEnvelope(body, await messageReaders(account, order));
      return request(`/api/orders/${order.id}/messages`, { method: "POST", body: { envelope } });
    },
    onSuccess: () => {
      setText("");
      return queryClient.invalidateQueries({ queryKey: ["orders", "messages", order.id] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) send.mutate({ text: text.trim() });
  };
  const other = account === order.buyer.address ? order.seller : order.buyer;
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        {other.messageKey === null && (
          <Alert color="orange" variant="light">
            {t("messages.noKey")}
          </Alert>
        )}
        <Textarea
          aria-label={t("messages.write")}
          placeholder={t("messages.write")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={4000}
          error={send.isError ? errorText(send.error, t) : null}
        />
        <Group justify="flex-end">
          <Button
            type="submit"
            variant="light"
            loading={send.isPending}
            disabled={!text.trim()}
            leftSection={<IconSend size={18} aria-hidden />}
          >
            {t("messages.send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
