/* The numeric half in wide numbers (113 bits where the compiler has them). */

#ifdef __SIZEOF_FLOAT128__
#define REAL __float128
#else
#define REAL long double
#endif
#define SWEEP sweep_wide

#include "sweep_body.h"
