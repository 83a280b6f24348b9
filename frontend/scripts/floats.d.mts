export function floats(src: string): string[]
export function floatsIn(text: string, file: string): string[]
