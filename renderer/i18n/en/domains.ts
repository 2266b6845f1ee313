import type zh from '../zh/domains'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
