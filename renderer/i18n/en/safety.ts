import type zh from '../zh/safety'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
