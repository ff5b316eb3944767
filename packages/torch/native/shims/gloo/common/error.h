// libtorch's ProcessGroupGloo.hpp includes five headers of Gloo, which it does not ship, for pointers and a base class
// only. These declare just that; nothing of Gloo is called from here, so no layout but the base's is relied on.
#pragma once
