# What several test programs and benchmarks stand on is compiled once: the headers of an office cost
# seconds in each file that has its bodies in it.
include_guard()
find_package(doctest REQUIRED)

function(gongkai_for_tests name)
  cmake_parse_arguments(it "" "" "FILES;NEEDS" ${ARGN})
  list(TRANSFORM it_FILES PREPEND ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/)
  add_library(${name} STATIC ${it_FILES})
  target_link_libraries(${name} PUBLIC ${it_NEEDS} doctest::doctest rapidcheck)
  target_compile_definitions(${name} PUBLIC GONGKAI_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
endfunction()
gongkai_for_tests(requests_for_tests NEEDS gongkai_requests
  FILES requests/calendar_for_tests.cpp requests/requests_for_tests.cpp)
gongkai_for_tests(engines_for_tests NEEDS gongkai_store
  FILES store/engines.cpp store/stored_bytes_for_tests.cpp store/watched.cpp)
gongkai_for_tests(office_for_tests NEEDS gongkai_desk requests_for_tests engines_for_tests
  FILES desk/office_for_tests.cpp desk/mailbox_for_tests.cpp)
gongkai_for_tests(site_for_tests NEEDS gongkai_app office_for_tests
  FILES site/site_for_tests.cpp site/portal_for_tests.cpp site/server_for_tests.cpp
        site/library_in_memory.cpp)
