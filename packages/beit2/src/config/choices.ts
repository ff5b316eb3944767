/** Values that recipes, model cards and options choose from. */

/** Nonlinearities of the MLP: exact GELU, its tanh approximation, x · sigmoid(1.702 x), ReLU. */
export const activations = ['gelu', 'gelu_tanh', 'quick_gelu', 'relu'] as const;

export const interpolations = ['bicubic', 'lanczos', 'bilinear'] as const;

export const precisions = ['auto', 'float32', 'bfloat16', 'float16'] as const;
