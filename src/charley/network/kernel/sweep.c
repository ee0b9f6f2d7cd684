/* The numeric half in doubles; when much cancelled, once more in wide numbers. */

#define REAL double
#define SWEEP sweep_double

#include "sweep_body.h"

/* Under this ratio of what survives to what was added up, doubles keep too few digits. */
#define TOO_MUCH_CANCELS 1e-5

int sweep_wide(const Plan *plan, Scratch *scratch, const double *weights, const double *factors,
               int first_signed, double *present, Swept *swept);

void scratch_free(Scratch *scratch) {
    free(scratch->numbers);
    scratch->numbers = NULL;
    scratch->size = 0;
}

int sweep(const Plan *plan, Scratch *scratch, const double *weights, const double *factors,
          int first_signed, double *present, Swept *swept) {
    int result = sweep_double(plan, scratch, weights, factors, first_signed, present, swept);
    if (result == OUT_OF_MEMORY || (result == DONE && swept->cancellation >= TOO_MUCH_CANCELS)) return result;
    return sweep_wide(plan, scratch, weights, factors, first_signed, present, swept);
}
