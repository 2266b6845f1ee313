import type {
  HostChoice,
  RolloutFate,
  RolloutItemState,
  RolloutKind,
  RolloutState,
  RolloutStep
} from '../domain/rollout'

/** The words for what a rollout is made of: on the pages, in exports, on the command line. */
export const rolloutKindNames: Readonly<Record<RolloutKind, string>> = {
  ship: '上传并发布',
  submit: '提交审核',
  withdraw: '撤回审核',
  release: '发布',
  rollback: '回退',
  refresh: '读取',
  domains: '套用域名基线',
  capability: '申请能力',
  introduction: '修改简介',
  icon: '更换图标'
}

export const rolloutStateNames: Readonly<Record<RolloutState, string>> = {
  planned: '等待开始',
  running: '进行中',
  deciding: '等你决定',
  paused: '已暂停',
  stopped: '已停止',
  finished: '已结束'
}

export const rolloutStepNames: Readonly<Record<RolloutStep, string>> = {
  preflight: '检查',
  upload: '上传',
  submit: '提审',
  review: '审核',
  release: '发布',
  withdraw: '撤回',
  rollback: '回退',
  refresh: '读取',
  setup: '设置'
}

export const rolloutItemStateNames: Readonly<Record<RolloutItemState, string>> = {
  waiting: '等待',
  running: '正在进行',
  reviewing: '审核中',
  approved: '待一起发布',
  done: '完成',
  unchanged: '无需处理',
  blocked: '未发送',
  rejected: '审核未通过',
  failed: '失败',
  unknown: '结果待确认',
  skipped: '已跳过'
}

export const rolloutFateNames: Readonly<Record<RolloutFate, string>> = {
  upload: '上传',
  submit: '提审已有的测试版本',
  follow: '已在审核中，等结果',
  release: '发布已通过的版本',
  withdraw: '撤回审核',
  rollback: '回退',
  refresh: '读取',
  setup: '设置',
  unchanged: '已经是这样',
  blocked: '现在做不了'
}

export const hostChoiceNames: Readonly<Record<HostChoice['by'], string>> = {
  available: '商家能选的全部',
  released: '和线上版本一样',
  named: '指定的'
}
