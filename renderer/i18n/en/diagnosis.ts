import type zh from '../zh/diagnosis'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
