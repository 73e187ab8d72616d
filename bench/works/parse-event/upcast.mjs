/** The one step there is, for those that bring none of their own: version 1 of a redemption held one reward. */
export function upcast(stored) {
  if (stored?.type !== 'PointsRedeemed' || stored.metadata?.schemaVersion === 2) return stored;
  if (stored.metadata?.schemaVersion > 2 || stored.data === undefined) return stored;
  const { reward, ...data } = stored.data;
  const metadata = { ...stored.metadata, schemaVersion: 2 };
  return { ...stored, data: { ...data, lines: [reward] }, metadata };
}
