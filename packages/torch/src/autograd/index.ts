/** Gradients by functions, functions with gradients of their own, and what helps to find wrong ones. */
export * from './anomaly.js';
export { Function, FunctionContext, type InputGradients, onceDifferentiable } from './function.js';
export * as functional from './functional.js';
export { gradcheck, type GradcheckOptions, gradgradcheck, type TensorFunction } from './gradcheck.js';
export * from './gradients.js';
