// TEMPORARY until process groups land.
#include "binding.h"
namespace beit2 { void registerDistributed(Environment*, napi_value) {} }
