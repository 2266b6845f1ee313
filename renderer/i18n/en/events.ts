import type zh from '../zh/events'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
