// Compiled once for each instruction set, which the build names in BEIT2_SET (avx512, avx2, baseline), with the compiler's
// flags for it.
#include "attention.h"
#include "cosine.h"
#include "cross-entropy.h"
#include "gelu.h"
#include "multiply.h"
#include "norm.h"

#define BEIT2_JOINED(a, b) a##b
#define BEIT2_TABLE(set) BEIT2_JOINED(rows_, set)
#define BEIT2_TEXT(set) #set
#define BEIT2_NAME(set) BEIT2_TEXT(set)

namespace beit2 {
namespace {

template <class T>
constexpr RowKernels<T> kernels = {
    .gelu = geluOf<T>,
    .geluGradient = geluGradient<T>,
    .add = addRows<T>,
    .residual = residual<T>,
    .residualGradient = residualGradient<T>,
    .norm = norm<T>,
    .normGradient = normGradient<T>,
    .cosine = cosine<T>,
    .cosineGradient = cosineGradient<T>,
    .crossEntropy = crossEntropy<T>,
    .crossEntropyGradient = crossEntropyGradient<T>,
    .exponentiate = exponentiate<T>,
    .softmaxGradient = softmaxGradient<T>,
    .scale = scaleRows<T>,
    .dot = dotRows<T>,
    .transpose = transposeRows<T>,
};

} // namespace

extern const Rows BEIT2_TABLE(BEIT2_SET);
const Rows BEIT2_TABLE(BEIT2_SET) = {
    .set = BEIT2_NAME(BEIT2_SET),
    .float32 = kernels<float>,
    .bfloat16 = kernels<BFloat16Bits>,
    .transposeWords = transposeWords,
    .pairRows = pairRows,
    .multiply = multiply,
    .tileRows = tileRows,
    .panelColumns = panelColumns,
    .packRows = packRows,
    .packRowsOfTranspose = packRowsOfTranspose,
    .packColumns = packColumns,
    .packColumnsOfTranspose = packColumnsOfTranspose,
    .multiplyPanels = multiplyPanels,
};

} // namespace beit2
