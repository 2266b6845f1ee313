/** Numbers of the rules as a sentence has them. */
export const days = (ms: number): number => ms / 86_400_000
export const hours = (ms: number): number => ms / 3_600_000
export const minutes = (ms: number): number => ms / 60_000
export const seconds = (ms: number): number => ms / 1000
export const megabytes = (bytes: number): number => bytes / (1024 * 1024)
