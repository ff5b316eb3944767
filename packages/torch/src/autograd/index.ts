/** Gradients by functions, and what helps to find wrong ones. */
export * as functional from './functional.js';
export { gradcheck, type GradcheckOptions, gradgradcheck, type TensorFunction } from './gradcheck.js';
export * from './gradients.js';
