/** One measurement: printed as one line of JSON. */
export type Measurement = {
  readonly name: string
  readonly unit: 'ms' | 'bytes' | 'calls per second'
  readonly values: Readonly<Record<string, number>>
  /** What is compared with what, both taken in this run; null where the goal is an absolute number. */
  readonly ratio: number | null
  readonly goal: string
  readonly pass: boolean
}

export function print(measurement: Measurement): void {
  process.stdout.write(`${JSON.stringify(measurement)}\n`)
}

/** To standard error, so that standard output holds measurements alone. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
