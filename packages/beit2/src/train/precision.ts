/** Arithmetic of a training step: float32, bfloat16 autocast, or float16 autocast with a scaled loss. */
import type { Parameter, Tensor } from '@beit2/torch';
import * as torch from '@beit2/torch';
import { UserError } from '../errors.js';
