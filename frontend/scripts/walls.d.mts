export function brokenWalls(src: string): string[]
