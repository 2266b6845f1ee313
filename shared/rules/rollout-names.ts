import type {
  HostChoice,
  RolloutFate,
  RolloutItemState,
  RolloutKind,
  RolloutState,
  RolloutStep
} from '../domain/rollout'
import { say } from '../texts/say'

/** The words for what a rollout is made of: on the pages, in exports, on the command line. */
export const rolloutKindNames: Readonly<Record<RolloutKind, string>> = {
  get ship() {
    return say`上传并发布`
  },
  get submit() {
    return say`提交审核`
  },
  get withdraw() {
    return say`撤回审核`
  },
  get release() {
    return say`发布`
  },
  get rollback() {
    return say`回退`
  },
  get refresh() {
    return say`读取`
  },
  get domains() {
    return say`套用域名基线`
  },
  get capability() {
    return say`申请能力`
  },
  get introduction() {
    return say`修改简介`
  },
  get icon() {
    return say`更换图标`
  }
}

export const rolloutStateNames: Readonly<Record<RolloutState, string>> = {
  get planned() {
    return say`等待开始`
  },
  get running() {
    return say`进行中`
  },
  get deciding() {
    return say`等你决定`
  },
  get paused() {
    return say`已暂停`
  },
  get stopped() {
    return say`已停止`
  },
  get finished() {
    return say`已结束`
  }
}

export const rolloutStepNames: Readonly<Record<RolloutStep, string>> = {
  get preflight() {
    return say`检查`
  },
  get upload() {
    return say`上传`
  },
  get submit() {
    return say`提审`
  },
  get review() {
    return say`审核`
  },
  get release() {
    return say`发布`
  },
  get withdraw() {
    return say`撤回`
  },
  get rollback() {
    return say`回退`
  },
  get refresh() {
    return say`读取`
  },
  get setup() {
    return say`设置`
  }
}

export const rolloutItemStateNames: Readonly<Record<RolloutItemState, string>> = {
  get waiting() {
    return say`等待`
  },
  get running() {
    return say`正在进行`
  },
  get reviewing() {
    return say`审核中`
  },
  get approved() {
    return say`待一起发布`
  },
  get done() {
    return say`完成`
  },
  get unchanged() {
    return say`无需处理`
  },
  get blocked() {
    return say`未发送`
  },
  get rejected() {
    return say`审核未通过`
  },
  get failed() {
    return say`失败`
  },
  get unknown() {
    return say`结果待确认`
  },
  get skipped() {
    return say`已跳过`
  }
}

export const rolloutFateNames: Readonly<Record<RolloutFate, string>> = {
  get upload() {
    return say`上传`
  },
  get submit() {
    return say`提审已有的测试版本`
  },
  get follow() {
    return say`已在审核中，等结果`
  },
  get release() {
    return say`发布已通过的版本`
  },
  get withdraw() {
    return say`撤回审核`
  },
  get rollback() {
    return say`回退`
  },
  get refresh() {
    return say`读取`
  },
  get setup() {
    return say`设置`
  },
  get unchanged() {
    return say`已经是这样`
  },
  get blocked() {
    return say`现在做不了`
  }
}

export const hostChoiceNames: Readonly<Record<HostChoice['by'], string>> = {
  get available() {
    return say`商家能选的全部`
  },
  get released() {
    return say`和线上版本一样`
  },
  get named() {
    return say`指定的`
  }
}
