/** A path of this site to go back to after signing in: exactly one leading slash, so that it cannot lead elsewhere. */
export function safeReturnTo(path: string | null | undefined): string | undefined {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : undefined
}
