/**
 * A place in the order of a PostgreSQL store as one number: the transaction first, then the message.
 *
 * The number of a message alone is no order that can be caught up from. It is drawn before its transaction commits, so a lower one
 * may become visible after a higher one was read, and would be passed over for good.
 */
export type Place = { readonly transaction: bigint; readonly message: bigint };

const MESSAGE_BITS = 64n;

export function positionOf({ transaction, message }: Place): bigint {
  return (transaction << MESSAGE_BITS) | message;
}

export function placeOf(position: bigint): Place {
  return { transaction: position >> MESSAGE_BITS, message: BigInt.asUintN(Number(MESSAGE_BITS), position) };
}
