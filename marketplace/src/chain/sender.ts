// Sends transactions of one account in nonce order: each call waits for its turn, so that two at once never share a
// nonce. It waits for the node to accept, not for the block.
import { type Chain, createWalletClient, type Hex, http, type PrivateKeyAccount } from "viem";

export type Sender = {
  address: `0x${string}`;
  send(transaction: { to: Hex; value?: bigint; data?: Hex }): Promise<Hex>;
};

export function sender(options: { account: PrivateKeyAccount; chain: Chain; rpcUrl: string }): Sender {
  const { account, chain, rpcUrl } = options;
  const wallet = createWalletClient({ account, chain, transport: http(rpcUrl) });
  let turn: Promise<unknown> = Promise.resolve();
  return {
    address: account.address,
    send(transaction) {
      const sent = turn.then(() => wallet.sendTransaction(transaction));
      turn = sent.catch(() => undefined);
      return sent;
    },
  };
}
