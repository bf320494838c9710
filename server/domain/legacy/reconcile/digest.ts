/** Count and XOR of SHA-256 hashes: the same for the same documents in whatever order they come. */
export type Digest = { count: number; xor: Uint8Array }

export const NO_DIGEST: Digest = { count: 0, xor: new Uint8Array(32) }

export function addHash({ count, xor }: Digest, hash: Uint8Array): Digest {
  const mixed = new Uint8Array(32)
  for (let at = 0; at < 32; at += 1) mixed[at] = (xor[at] ?? 0) ^ (hash[at] ?? 0)
  return { count: count + 1, xor: mixed }
}

export const isSameDigest = (a: Digest, b: Digest): boolean => a.count === b.count && Buffer.compare(a.xor, b.xor) === 0
