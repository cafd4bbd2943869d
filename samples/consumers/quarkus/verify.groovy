// Quarkus has a class loader of its own. What its tests execute is reported and judged all the same.
def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0\n') : 'both tests pass'
assert log.contains('order.asl.json   100.0 %') : 'the coverage is printed'
